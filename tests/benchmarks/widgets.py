"""What a reader can change on a page, found in the messages that draw it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState


@dataclass(frozen=True)
class Widget:
    """A widget with more than one value.

    Attributes:
        label: The words beside it.
        fragment: The fragment that it reruns; empty for the whole page.
        states: One state for each value that it can take, in the page's order.
    """

    label: str
    fragment: str
    states: Sequence[WidgetState]


def widgets(messages: Iterable[ForwardMsg]) -> Iterator[Widget]:
    """Yield the widgets that a run has drawn and that can be changed one at a time."""
    for message in messages:
        if message.WhichOneof("type") != "delta":
            continue
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind is None:
            continue
        drawn = getattr(element, kind)
        if getattr(drawn, "disabled", False) or getattr(drawn, "form_id", ""):
            continue
        states = _states(element)
        if len(states) > 1:
            label = getattr(drawn, "label", "") or kind
            yield Widget(label, message.delta.fragment_id, states)


def _states(element: Element) -> list[WidgetState]:  # noqa: PLR0911 - one a kind of widget
    match element.WhichOneof("type"):
        case "selectbox":
            box = element.selectbox
            return [WidgetState(id=box.id, string_value=text) for text in box.options]
        case "radio":
            radio = element.radio
            return [WidgetState(id=radio.id, string_value=text) for text in radio.options]
        case "button_group":
            group = element.button_group
            return [_texts(group.id, option.content) for option in group.options]
        case "multiselect":
            several = element.multiselect
            return [_texts(several.id, text) for text in several.options]
        case "pagination":
            pages = element.pagination
            numbers = range(1, pages.num_pages + 1)
            return [WidgetState(id=pages.id, int_value=number) for number in numbers]
        case "checkbox":
            box_id = element.checkbox.id
            return [WidgetState(id=box_id, bool_value=value) for value in (True, False)]
        case "slider":
            return _slider_states(element)
    return []


def _texts(widget: str, *values: str) -> WidgetState:
    state = WidgetState(id=widget)
    state.string_array_value.data.extend(values)
    return state


def _slider_states(element: Element) -> list[WidgetState]:
    """Return both ends of a slider; of one with two handles, no width and all of it."""
    slider = element.slider
    ranged = len(slider.default) > 1
    if slider.options:  # a select_slider, which sends words
        first, last = slider.options[0], slider.options[-1]
        return [_texts(slider.id, *((first, end) if ranged else (end,))) for end in (first, last)]
    states = []
    for end in (slider.min, slider.max):
        state = WidgetState(id=slider.id)
        state.double_array_value.data.extend([slider.min, end] if ranged else [end])
        states.append(state)
    return states
