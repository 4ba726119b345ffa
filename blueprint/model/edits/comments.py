"""Edits of comments: said, answered, changed, resolved and opened again."""

from __future__ import annotations

from blueprint.i18n import message
from blueprint.model.change import Change, adding, removing, replacing
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.added import Added, ids_for
from blueprint.model.edits.steps import comments_about
from blueprint.model.entities import Comment
from blueprint.model.ids import NewId


def comment(
    document: Document,
    about: str,
    text: str,
    *,
    author: str = "",
    written: str = "",
    new_id: NewId | None = None,
) -> Added:
    """A comment about an entity, or an answer to the comment `about`; `written` is ISO 8601.

    Raises ChangeRefused without a text, pydantic.ValidationError if it cannot be kept.
    """
    _require_text(text)
    made = Comment(
        id=ids_for(document, new_id)("comment"),
        about=about,
        text=text.strip(),
        author=author.strip(),
        written=written,
    )
    answers = about in document.comments
    label = message("Answer comment") if answers else message("Add comment")
    return Added(adding(label, [made]), made.id)


def reword(document: Document, id: str, text: str) -> Change:
    """Give a comment another text. Raises ChangeRefused without one."""
    _require_text(text)
    old = document.comments[id]
    return replacing(message("Change comment"), [(old, old.replaced(text=text.strip()))])


def resolve(document: Document, id: str, resolved: bool = True) -> Change:
    """Close a thread, by its first comment, or open it again."""
    old = document.comments[id]
    label = message("Resolve comment") if resolved else message("Reopen comment")
    return replacing(label, [(old, old.replaced(resolved=resolved))])


def _require_text(text: str) -> None:
    if not text.strip():
        raise ChangeRefused(message("A comment needs a text. Write it first."))


def remove_comment(document: Document, id: str) -> Change:
    """Delete a comment and the answers to it."""
    gone = {id: document.comments[id], **comments_about(document, (id,))}
    return removing(message("Delete comment"), gone.values())
