"""A lesson from the start page to the last check, by mouse and by keyboard."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from blueprint.lessons.course import shipped_course
from blueprint.lessons.lesson import Lesson
from blueprint.lessons.marking import Marking, mark
from blueprint.lessons.opening import solution_document
from blueprint.model.change import Change, diff
from blueprint.model.document import Document
from blueprint.storage import open_document
from blueprint.storage.writing import dump
from blueprint.ui.compare.view import CompareView
from blueprint.ui.lessons.check_row import CheckRow
from blueprint.ui.lessons.panel import LessonPanel
from blueprint.ui.lessons.records import Records
from blueprint.ui.start.lessons import LessonRow
from tests.ui.desk import Desk

LINE = shipped_course("en").paths[2]
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def panel(desk: Desk) -> LessonPanel:
    found = desk.window.lessons.panel
    assert found is not None
    return found


def begin(desk: Desk, path: Path = LINE) -> Marking:
    """Begin a lesson as its row on the start page does, and wait for the first marks."""
    desk.window.lessons.begin(path)
    return marks(desk)


def marks(desk: Desk) -> Marking:
    """What the checks say of the document as it is now, once the background has done it."""
    own = desk.window.lessons.studying
    for _ in range(100):
        desk.wait(20)
        waiting = own._timer.isActive()
        if own.marking is not None and not waiting and _is_of_now(desk, own.marking):
            return own.marking
    raise AssertionError("the checks never ran")


def _is_of_now(desk: Desk, marking: Marking) -> bool:
    lesson = desk.window.lessons.studying.lesson
    return lesson is not None and mark(lesson, desk.window.session.document) == marking


def click(desk: Desk, row: CheckRow) -> None:
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(60, 12))
    desk.settle()


def row_of(desk: Desk, text: str) -> CheckRow:
    return next(row for row in panel(desk).checklist.rows if row.check.text == text)


def test_a_lesson_is_begun_from_the_start_page(desk: Desk) -> None:
    desk.window.lessons.act("list")
    desk.settle()
    rows = desk.window.welcome.findChildren(LessonRow)
    assert len(rows) == 8
    assert rows[2].line.text() == "About 25 minutes"

    QTest.mouseClick(rows[2], Qt.MouseButton.LeftButton)
    marks(desk)

    assert panel(desk).isVisible()
    assert not desk.window.workspace.outline.isVisible()
    assert panel(desk).place.text() == "Lesson 3 of 8, about 25 minutes"
    assert panel(desk).checklist.count.text() == "3 of 8"
    assert desk.window.status.aside.text().startswith("3 of 8 checks")
    assert desk.window.files.path == desk.settings.works / (
        "3 Drawing the line of visibility.blueprint"
    )


def test_a_failing_check_explains_itself_and_selects_its_card(desk: Desk) -> None:
    begin(desk)
    hidden = row_of(desk, "No hidden work above the line")
    assert "“Take bags to room”" in hidden.why.text()

    click(desk, hidden)

    session = desk.window.session
    assert [session.document.step(id).label for id in session.selection] == ["Take bags to room"]


def test_a_check_passes_as_soon_as_the_cards_are_right_and_all_can_be_undone(desk: Desk) -> None:
    begin(desk)
    window = desk.window
    start = dump(window.session.document)
    for label in ("Make reservation for guest", "Take bags to room", "Take food order"):
        desk.select(label)
        window.canvas.setFocus()
        desk.press(Qt.Key.Key_Down, ALT)

    found = marks(desk)

    assert found.marks[2].passed
    assert row_of(desk, "No hidden work above the line").passed
    assert panel(desk).checklist.count.text() == f"{found.passed} of 8"
    while window.session.history.undo_label:
        window.session.undo()
    assert dump(window.session.document) == start
    assert marks(desk).passed == 3


def test_the_checklist_is_worked_by_keys_alone(desk: Desk) -> None:
    begin(desk)
    desk.window.activateWindow()
    first_open = row_of(desk, "No hidden work above the line")
    desk.press(Qt.Key.Key_F9)
    assert desk.window.session.selection
    first_open.setFocus()
    desk.window.session.select(())
    desk.press(Qt.Key.Key_Return)
    assert desk.window.session.selection
    desk.press(Qt.Key.Key_F9, SHIFT)
    hints = desk.window.lessons.hints
    assert hints is not None
    assert hints.isVisible()


def test_a_check_of_the_blueprint_itself_shows_the_field_for_it(desk: Desk) -> None:
    begin(desk, shipped_course("en").paths[0])
    inspector = desk.window.workspace.inspector
    desk.window.show_panel("inspector", False)

    click(desk, row_of(desk, "Which case is shown"))

    assert inspector.isVisible()
    field = inspector.field("scenario")
    assert field is not None
    assert not field.visibleRegion().isEmpty()


def test_a_check_of_a_step_shows_the_step_and_the_field_for_it(desk: Desk) -> None:
    begin(desk, shipped_course("en").paths[5])

    click(desk, row_of(desk, "A tolerance for each of them"))

    session = desk.window.session
    assert [session.document.step(id).label for id in session.selection] == ["Brush shoes"]
    field = desk.window.workspace.inspector.field("tolerance")
    assert field is not None
    assert not field.visibleRegion().isEmpty()


def test_rows_say_their_state_to_screen_readers(desk: Desk) -> None:
    begin(desk)
    done, todo = panel(desk).checklist.rows[0], panel(desk).checklist.rows[2]
    assert done.accessibleName() == "Eleven steps of the guest, as they were. Passed"
    assert todo.accessibleName() == "No hidden work above the line. Not yet"
    assert "out of the guest's sight" in todo.accessibleDescription()


def test_hints_come_one_at_a_time(desk: Desk) -> None:
    begin(desk)
    lessons = desk.window.lessons
    lesson = lessons.studying.lesson
    assert lesson is not None
    for number, hint in enumerate(lesson.hints, start=1):
        lessons.act("hint")
        assert lessons.hints is not None
        assert lessons.hints.text.text() == hint
        assert lessons.hints.more.isVisible() == (number < len(lesson.hints))
    assert lessons.hints is not None
    QTest.keyClick(lessons.hints, Qt.Key.Key_Escape)
    assert not lessons.hints.isVisible()


def test_checking_goes_to_what_is_next_and_says_how_far_it_is(desk: Desk) -> None:
    begin(desk)
    desk.window.lessons.act("check")
    desk.settle()
    assert desk.window.status.said.text() == ("3 of 8 checks. Next: No hidden work above the line")
    assert len(desk.window.session.selection) == 1


def test_the_solution_is_compared_and_replaces_nothing(desk: Desk) -> None:
    begin(desk)
    before = dump(desk.window.session.document)
    desk.window.lessons.act("solution")
    desk.settle()
    assert desk.window.view == "compare"
    view = desk.window.views.currentWidget()
    assert isinstance(view, CompareView)
    assert view.versions is not None
    assert view.versions.new_name == "Solution"
    assert dump(desk.window.session.document) == before
    assert not desk.window.session.history.undo_label
    desk.window.show_view("canvas")
    assert panel(desk).isVisible()


def solve(desk: Desk) -> None:
    """Draw what the solution draws, in one act."""
    lesson = desk.window.lessons.studying.lesson
    assert lesson is not None
    session = desk.window.session
    change = diff(session.document.entities, solution_document(lesson).entities)
    assert session.push(Change(change.label, change.entries))


def test_a_solved_lesson_leads_to_the_next_which_leads_back(desk: Desk) -> None:
    begin(desk)
    solve(desk)
    assert marks(desk).is_done
    assert Records(desk.settings).of(LINE).is_done
    own = desk.window.files.path
    assert own is not None

    panel(desk).next.click()
    desk.settle()

    assert not desk.others
    assert panel(desk).title.text() == "Fail points and recovery"
    assert mark(_lesson(desk, LINE), open_document(own).document).is_done
    panel(desk).back.click()
    desk.settle()
    assert desk.window.files.path == own
    assert marks(desk).is_done


def test_work_that_is_saved_elsewhere_stays_the_work(desk: Desk, tmp_path: Path) -> None:
    begin(desk)
    desk.answers.saving = tmp_path / "mine.blueprint"
    assert desk.window.files.save_as()
    desk.settle()
    assert desk.window.lessons.is_on
    assert Records(desk.settings).lesson_of(tmp_path / "mine.blueprint") == LINE


def test_the_last_check_is_announced(desk: Desk) -> None:
    begin(desk)
    solve(desk)
    marks(desk)
    said = desk.window.status.said.text()
    assert said == "All 8 checks are passed. The next lesson waits."


def test_a_lesson_file_is_opened_like_any_other(desk: Desk, tmp_path: Path) -> None:
    own = tmp_path / "coffee.lesson.md"
    own.write_text("# Coffee\n\n## Checks\n### One\ncount: in customer\n", encoding="utf-8")
    desk.window.open_file(own)
    assert marks(desk).total == 1


def _lesson(desk: Desk, path: Path) -> Lesson:
    from blueprint.lessons.reading import read_lesson

    return read_lesson(path)


def test_leaving_gives_the_ordinary_window_and_the_list_leads_back(desk: Desk) -> None:
    begin(desk)
    desk.window.lessons.act("leave")
    desk.settle()
    assert not panel(desk).isVisible()
    assert desk.window.workspace.outline.isVisible()
    assert desk.window.workspace.inspector.isVisible()
    assert desk.window.status.aside.text() == ""
    assert desk.window.files.has_document

    begin(desk)

    assert panel(desk).isVisible()
    assert not desk.others


def test_the_work_is_kept_and_opened_again(desk: Desk) -> None:
    begin(desk)
    desk.select("Take bags to room")
    desk.window.canvas.setFocus()
    desk.press(Qt.Key.Key_Down, ALT)
    marks(desk)
    work = desk.window.files.path
    assert work is not None
    desk.window.close()
    assert "backstage" in work.read_text(encoding="utf-8")

    other = desk._window()
    desk.others.append(other)
    other.files.open_path(work)
    desk.wait(400)

    assert other.lessons.is_on
    assert other.lessons.panel is not None
    assert other.lessons.panel.isVisible()
    moved = next(
        step for step in other.session.document.steps.values() if step.label == "Take bags to room"
    )
    assert other.session.document.lane(moved.lane).role == "backstage"


def test_beginning_anew_is_one_step_that_can_be_undone(desk: Desk) -> None:
    begin(desk)
    solve(desk)
    solved = dump(desk.window.session.document)
    desk.window.lessons.act("anew")
    assert marks(desk).passed == 3
    desk.window.session.undo()
    assert dump(desk.window.session.document) == solved


def test_checks_run_beside_the_window(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(desk)
    threads: list[threading.Thread] = []

    def watched(lesson: Lesson, document: Document) -> Marking:
        threads.append(threading.current_thread())
        return mark(lesson, document)

    monkeypatch.setattr("blueprint.lessons.marking.mark", watched)
    desk.select("Take bags to room")
    desk.window.canvas.setFocus()
    desk.press(Qt.Key.Key_Down, ALT)
    marks(desk)
    assert threads
    assert threading.main_thread() not in threads


def test_a_teachers_lesson_is_opened_from_its_file(desk: Desk, tmp_path: Path) -> None:
    own = tmp_path / "coffee.lesson.md"
    own.write_text(
        "# Coffee\n\nDraw it.\n\n## Checks\n### One step\ncount: in customer\n", encoding="utf-8"
    )
    desk.answers.lesson = own
    desk.window.lessons.act("open")
    assert marks(desk).total == 1
    assert panel(desk).title.text() == "Coffee"
    assert not panel(desk).next.isVisible()
    assert not panel(desk).solution.isVisible()

    desk.window.lessons.act("list")
    desk.settle()
    rows = desk.window.welcome.findChildren(LessonRow)
    assert [row.title.text() for row in rows[8:]] == ["1 Coffee"]
    assert rows[8].line.text() == "In progress. 0 of 1 checks"


def test_what_is_wrong_in_a_lesson_file_is_told_with_its_line(desk: Desk, tmp_path: Path) -> None:
    own = tmp_path / "coffee.lesson.md"
    own.write_text("# Coffee\n\n## Checks\n### One\ncuont: in customer\n", encoding="utf-8")
    desk.answers.lesson = own
    desk.window.lessons.act("open")
    desk.settle()
    assert desk.window.notices.shows("lesson")
    assert not desk.window.files.has_document
    told = [each.text() for each in desk.window.notices.findChildren(QLabel)]
    assert any("Line 5: “cuont” means nothing here." in text for text in told), told
