"""The outside world in miniature: a strict local Slack and a local Zoom. The bot never imports it."""
