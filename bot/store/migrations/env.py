"""How Alembic runs our migrations: over the connection that bot/store/migrate.py hands in, in its transaction."""

from alembic import context

from bot.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, compare_type=True)

with context.begin_transaction():
    context.run_migrations()
