"""Lessons: readable files with a task, checks on the work, hints and a solution."""
