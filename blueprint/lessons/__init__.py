"""Lessons: readable files with a task, checks on the work, hints and a solution."""

from blueprint.lessons.course import (
    Course,
    course_of,
    shipped_course,
    solution_document,
    start_document,
)
from blueprint.lessons.lesson import SUFFIX, Check, Lesson, Term
from blueprint.lessons.marking import Mark, Marking, mark
from blueprint.lessons.reading import read_lesson

__all__ = [
    "SUFFIX",
    "Check",
    "Course",
    "Lesson",
    "Mark",
    "Marking",
    "Term",
    "course_of",
    "mark",
    "read_lesson",
    "shipped_course",
    "solution_document",
    "start_document",
]
