"""The adapters to Slack: the Web API as the Poster port, and the socket. Strangers to Zoom and to the store."""
