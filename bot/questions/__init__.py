"""Follow-up questions about a judged call: what was asked, and the answer computed from the facts. Pure; no network."""
