"""`make bench`: what the bot costs, each figure beside a peer measured in the same run. Imported by nothing else."""
