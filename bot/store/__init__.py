"""Where calls, threads and the day's budget are kept. SQL and files live here; nothing here judges or speaks."""
