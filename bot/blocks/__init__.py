"""Domain values to Slack's Block Kit, and the plain text that stands alone. No clock, no network, no Slack SDK."""
