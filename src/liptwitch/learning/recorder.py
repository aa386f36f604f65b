"""Between the quiz in the page and the log: Python marks and keeps what the page sends."""

from collections.abc import Iterable

from liptwitch.learning.log import CERTAINTIES, Answer, NotSaved, format_time
from liptwitch.learning.receiver import Receiver, is_id
from liptwitch.learning.scoring import ResponseError, is_right
from liptwitch.learning.standing import fit_to_course


class Recorder(Receiver):
    """Takes answers from a front end. It trusts nothing that comes in, and never raises for it."""

    def record(self, message: object) -> dict:
        """Mark and keep one answer.

        ``message``: ``{"id", "item", "response", "certainty", "time"}``; certainty and time may
        be missing or None. A time that is no UTC time, or lies ahead, is replaced by now.
        Returns ``{"id", "saved", "right", "message"}``: ``right`` is None where it could not be
        marked, ``message`` a plain sentence to show, ``id`` None where there was none.
        """
        fields = message if isinstance(message, dict) else {}
        answer_id = fields.get("id")
        if not is_id(answer_id):
            return _reply(None, "the page sent it in a form that the course does not know.")
        try:
            answer = self._answer(answer_id, fields)
        except ResponseError as why:
            return _reply(answer_id, str(why))
        try:
            self._log.append(answer)
        except NotSaved as why:
            return {"id": answer_id, "saved": False, "right": answer.right, "message": str(why)}
        return {"id": answer_id, "saved": True, "right": answer.right, "message": "Saved."}

    def history(self, item_ids: Iterable[str]) -> dict[str, dict]:
        """The latest answer to each of these items that has one.

        ``{item: {"id", "response", "certainty", "right", "time"}}``; answers that no longer fit
        their question are left out.
        """
        wanted = set(item_ids)
        latest = {
            answer.item: answer
            for answer in fit_to_course(self._course, self._log.read().answers)
            if answer.item in wanted
        }
        return {
            item: {
                "id": answer.id,
                "response": answer.response,
                "certainty": answer.certainty,
                "right": answer.right,
                "time": answer.time,
            }
            for item, answer in latest.items()
        }

    def _answer(self, answer_id: str, fields: dict) -> Answer:
        item_id = fields.get("item")
        item = self._course.question(item_id) if isinstance(item_id, str) else None
        if item is None:
            raise ResponseError("the course has no such question. Run the cell again.")
        certainty = fields.get("certainty")
        if certainty is not None and certainty not in CERTAINTIES:
            raise ResponseError("certainty is low, middle or high.")
        response = fields.get("response")
        return Answer(
            id=answer_id,
            item=item.id,
            response=response,
            right=is_right(item, response),
            certainty=certainty,
            time=format_time(self._time(fields.get("time"))),
        )


def _reply(answer_id: str | None, why: str) -> dict:
    """The answer to a message that cannot be marked."""
    text = f"This answer was not saved: {why[0].lower()}{why[1:]}"
    return {"id": answer_id, "saved": False, "right": None, "message": text}
