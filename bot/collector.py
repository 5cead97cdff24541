"""Python's collector of reference cycles, as the processes of the bot have it. Nothing else."""

import gc


def calm_collector() -> None:
    """Let Python look for reference cycles seldom, and never among what stays for good.

    By default it walks over every living object again and again while a report grows: with 10,000 people that stops
    the process, acknowledgements to Slack included, for up to 0.4 s at a time; so it is 0.04 s. Reports hold no cycles
    and are freed without it.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 1_000, 1_000)
