"""The JSON Schemas of the documents, as text. `make docs` writes them; a test keeps them in step."""

import json
import sys
from typing import Any

from bot.documents.report import ReportDocument


def report_schema() -> str:
    """JSON Schema (draft 2020-12) of the report document."""
    schema: dict[str, Any] = ReportDocument.model_json_schema(mode="serialization")
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(report_schema())
