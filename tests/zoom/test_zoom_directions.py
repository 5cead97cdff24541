import pytest

from bot.domain.model import Direction, Kind, Media, Reading
from bot.zoom.directions import CPU_USAGE, MEDIA_TYPES, direction_map

S, R = Direction.SENT, Direction.RECEIVED
PLAIN = {
    "audio_input": (R, S),
    "video_input": (R, S),
    "audio_output": (S, R),
    "video_output": (S, R),
    "as_input": (S, S),
    "as_output": (R, R),
}


@pytest.mark.parametrize(("kind", "column"), [(Kind.MEETING, 0), (Kind.WEBINAR, 1), (Kind.SESSION, 1)])
def test_the_documented_reading_differs_between_meetings_and_the_others(kind: Kind, column: int) -> None:
    directions = direction_map(kind, Reading.DOCUMENTED)
    assert {type_: directions[type_][1] for type_ in PLAIN} == {type_: both[column] for type_, both in PLAIN.items()}


@pytest.mark.parametrize("kind", list(Kind))
def test_the_other_reading_takes_every_input_as_sent(kind: Kind) -> None:
    directions = direction_map(kind, Reading.INPUT_IS_SENT)
    assert all(directions[type_][1] is (S if type_.endswith("_input") else R) for type_ in PLAIN)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("reading", list(Reading))
def test_rooms_and_browsers_send_what_comes_from_them(kind: Kind, reading: Reading) -> None:
    directions = direction_map(kind, reading)
    device = {type_: direction for type_, (_, direction) in directions.items() if "_device_" in type_}
    assert len(device) == 12
    assert all(direction is (S if "_from_" in type_ else R) for type_, direction in device.items())


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("reading", list(Reading))
def test_all_types_but_the_cpu_have_a_medium(kind: Kind, reading: Reading) -> None:
    directions = direction_map(kind, reading)
    assert set(directions) == MEDIA_TYPES
    assert len(directions) == 18
    assert CPU_USAGE not in directions
    media = {"audio": Media.AUDIO, "video": Media.VIDEO, "as": Media.SHARE}
    assert all(medium is media[type_.split("_")[0]] for type_, (medium, _) in directions.items())
