"""The pure heart: no clock, no network, no Slack, no Zoom. Time arrives as `now`."""
