"""Comments as threads: what was said about a thing, and the answers to it."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.model.document import Document
from blueprint.model.entities import Comment
from blueprint.model.search.texts import reading_order


@dataclass(frozen=True, slots=True)
class Thread:
    """`answers` are in the order in which they were written, answers to answers included."""

    first: Comment
    answers: tuple[Comment, ...]

    @property
    def about(self) -> str:
        return self.first.about

    @property
    def comments(self) -> tuple[Comment, ...]:
        return self.first, *self.answers


def threads(document: Document) -> list[Thread]:
    """All threads, in reading order of the steps they are about, then by when they began."""
    comments = document.comments
    answers: dict[str, list[Comment]] = {}
    firsts: list[Comment] = []
    for comment in comments.values():
        first = first_of(document, comment.id)
        if first is comment:
            firsts.append(comment)
        else:
            answers.setdefault(first.id, []).append(comment)
    order = {id: place for place, id in enumerate(reading_order(document))}
    firsts.sort(key=lambda found: (order.get(found.about, len(order)), *_when(found)))
    return [Thread(first, tuple(sorted(answers.get(first.id, []), key=_when))) for first in firsts]


def first_of(document: Document, id: str) -> Comment:
    """The comment that began the thread of a comment."""
    comments = document.comments
    found, seen = comments[id], {id}
    while found.about in comments and found.about not in seen:
        found = comments[found.about]
        seen.add(found.id)
    return found


def _when(comment: Comment) -> tuple[str, str]:
    return comment.written, comment.id
