"""table, data_table and data_visualization: blocks of rows and numbers, with the totals that span a message.

Limits: docs.slack.dev reference/block-kit/blocks/{table,data-table,data-visualization}-block.
"""

from typing import Any

from playground.slack.rich_text import CELL, visible_length
from playground.slack.rules import Context, Rule, array, boolean, by_type, choice, number, obj, objects, string, whole

TABLE_CHARS = 10_000
DATA_TABLE_CHARS = 20_000
CHARTS_PER_MESSAGE = 2
_ANY_LENGTH = 100_000

_RAW: dict[str, Rule] = {
    "raw_text": obj({"text": string(_ANY_LENGTH)}),
    "raw_number": obj({"value": number, "text": string(_ANY_LENGTH)}),
}
_CELL = by_type({**_RAW, "rich_text": CELL})
_HEADER_CELL = by_type(_RAW)


def _column_setting(context: Context, pointer: str, value: Any) -> None:
    if value is not None:  # null skips a column
        obj({}, {"align": choice("left", "center", "right"), "is_wrapped": boolean})(context, pointer, value)


def cell_length(cell: Any) -> int:
    if not isinstance(cell, dict):
        return 0
    own = cell.get("text")
    return len(own) if isinstance(own, str) else visible_length(cell)


def _count(context: Context, pointer: str, rows: Any, kind: str, limit: int) -> None:
    length = sum(cell_length(cell) for row in rows if isinstance(row, list) for cell in row)
    context.totals[f"{kind} characters"] += length
    if length > limit:
        context.fail(pointer, f"{kind} exceeds {limit} characters")
    elif context.totals[f"{kind} characters"] > limit:
        context.fail(pointer, f"{kind} blocks of one message exceed {limit} characters")


def _table_rows(context: Context, pointer: str, rows: Any) -> None:
    array(array(_CELL, 1, 20), 1, 100)(context, pointer, rows)
    if not isinstance(rows, list):
        return
    _count(context, pointer, rows, "table", TABLE_CHARS)
    context.totals["tables"] += 1
    if context.totals["tables"] > 1:
        context.fail(pointer, "only one table is allowed per message")


def _data_rows(context: Context, pointer: str, rows: Any) -> None:
    array(array(_CELL, 1, 20), 2, 201)(context, pointer, rows)
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        return
    for index, cell in enumerate(rows[0] if rows else []):
        if isinstance(cell, dict) and cell.get("type") == "rich_text":
            _HEADER_CELL(context, f"{pointer}/0/{index}", cell)
    for index, row in enumerate(rows[1:], 1):
        if len(row) != len(rows[0]):
            context.fail(f"{pointer}/{index}", "all rows must have the same number of cells")
    _count(context, pointer, rows, "data_table", DATA_TABLE_CHARS)


def _row_header_exists(context: Context, pointer: str, block: Any) -> None:
    index, rows = block.get("row_header_column_index"), block.get("rows")
    if (
        isinstance(index, int)
        and isinstance(rows, list)
        and rows
        and isinstance(rows[0], list)
        and index >= len(rows[0])
    ):
        context.fail(f"{pointer}/row_header_column_index", "must name a column of the table")


_LABEL = string(20)
_POINT = obj({"label": _LABEL, "value": number})


def _segment(context: Context, pointer: str, value: Any) -> None:
    _POINT(context, pointer, value)
    if isinstance(value, dict) and isinstance(value.get("value"), int | float) and value["value"] <= 0:
        context.fail(f"{pointer}/value", "must be more than 0")


_SERIES = obj({"name": _LABEL, "data": array(_POINT, 1, 20)})


def _one_point_per_category(context: Context, pointer: str, chart: Any) -> None:
    series = objects(chart.get("series"))
    names = [str(one.get("name")) for one in series]
    if len(names) != len(set(names)):
        context.fail(f"{pointer}/series", "series names must be unique")
    axis = chart.get("axis_config")
    categories = axis.get("categories") if isinstance(axis, dict) else None
    if not isinstance(categories, list):
        return
    for index, one in enumerate(series):
        labels = [point.get("label") for point in objects(one.get("data"))]
        if sorted(map(str, labels)) != sorted(map(str, categories)):
            context.fail(f"{pointer}/series/{index}/data", "must have exactly one point per category")


_AXES = obj({"categories": array(_LABEL, 1, 20)}, {"x_label": string(50), "y_label": string(50)})
_SERIES_CHART = obj({"series": array(_SERIES, 1, 12), "axis_config": _AXES}, also=_one_point_per_category)
_CHART = by_type(
    {
        "pie": obj({"segments": array(_segment, 1, 12)}),
        "line": _SERIES_CHART,
        "bar": _SERIES_CHART,
        "area": _SERIES_CHART,
    }
)


def _chart(context: Context, pointer: str, value: Any) -> None:
    _CHART(context, pointer, value)
    context.totals["charts"] += 1
    if context.totals["charts"] > CHARTS_PER_MESSAGE:
        context.fail(pointer, f"no more than {CHARTS_PER_MESSAGE} data_visualization blocks are allowed per message")


TABLE: tuple[dict[str, Rule], dict[str, Rule]] = (
    {"rows": _table_rows},
    {"column_settings": array(_column_setting, 0, 20)},
)
DATA_TABLE: tuple[dict[str, Rule], dict[str, Rule]] = (
    {"rows": _data_rows, "caption": string(3000)},
    {"page_size": whole(1, 100), "row_header_column_index": whole(0, 19)},
)
DATA_TABLE_ALSO: Rule = _row_header_exists
DATA_VISUALIZATION: tuple[dict[str, Rule], dict[str, Rule]] = ({"title": string(50), "chart": _chart}, {})
