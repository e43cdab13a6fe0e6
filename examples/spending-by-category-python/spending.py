#!/usr/bin/env python3
"""Keeps a table of all spending by category, from the beginning of time, each event counted once.

The table and the places in the topic that it was made from are in one SQLite file and change in one transaction:
stop it and start it again whenever you like. It needs Python 3 and a Kafka client (Debian: python3-kafka).
"""

import argparse
import json
import pathlib
import sqlite3
import sys
from decimal import Decimal

from kafka import KafkaConsumer, TopicPartition

SCHEMA = """
create table if not exists spending (category text primary key, count integer not null, cents integer not null);
create table if not exists place (partition integer primary key, next_offset integer not null, position integer not null);
"""


def running_broker():
    """The broker of ./mita up, as it has written it down."""
    file = pathlib.Path.home() / ".mita" / "running.properties"
    if file.exists():
        for line in file.read_text().splitlines():
            if line.startswith("kafka="):
                return line.removeprefix("kafka=")
    sys.exit("spending: no MITA runs here; start it with ./mita up, or name a broker with --bootstrap")


def changes(type_, event):
    """The (category, count, cents) that an event adds to the table."""

    def spent(details, sign):
        return details["category"], sign, sign * int(details["amount"] * 100)

    if type_ == "app.mita.TransactionRecorded.v1":
        return [spent(event["details"], 1)]
    if type_ == "app.mita.TransactionCorrected.v1":
        return [spent(event["before"], -1), spent(event["after"], 1)]
    if type_ == "app.mita.TransactionDeleted.v1":
        return [spent(event["last"], -1)]
    if type_.startswith("app.mita.Transaction"):
        sys.exit("spending: this consumer is older than " + type_)
    return []


def apply(database, record):
    headers = {name: value.decode() for name, value in record.headers}
    position = int(headers.get("ce_position", 0))
    (seen,) = database.execute("select position from place where partition = ?", (record.partition,)).fetchone()
    # Positions only grow in a partition. One that does not is a second copy, left by a relay that was interrupted
    # and took its transaction back: a client that reads committed records alone never sees it, this one may.
    if position > seen:
        event = json.loads(record.value, parse_float=Decimal, parse_int=Decimal)
        for category, count, cents in changes(headers["ce_type"], event):
            database.execute(
                "insert into spending values (?, ?, ?) on conflict (category) do update"
                " set count = count + excluded.count, cents = cents + excluded.cents",
                (category, count, cents),
            )
    database.execute(
        "update place set next_offset = ?, position = max(position, ?) where partition = ?",
        (record.offset + 1, position, record.partition),
    )


def show(database):
    print(f"{'category':<20} {'count':>8} {'total':>14}")
    for category, count, cents in database.execute("select * from spending where count > 0 order by category"):
        print(f"{category:<20} {count:>8} {Decimal(cents).scaleb(-2):>14}")
    print(flush=True)


def follow(consumer, database, topic, once):
    partitions = [TopicPartition(topic, number) for number in consumer.partitions_for_topic(topic)]
    consumer.assign(partitions)
    for partition in partitions:
        database.execute("insert or ignore into place values (?, 0, 0)", (partition.partition,))
        (offset,) = database.execute(
            "select next_offset from place where partition = ?", (partition.partition,)
        ).fetchone()
        consumer.seek(partition, offset)
    database.commit()
    ends = consumer.end_offsets(partitions)
    show(database)
    while not once or any(consumer.position(partition) < ends[partition] for partition in partitions):
        batches = consumer.poll(timeout_ms=500)
        if batches:
            with database:
                for records in batches.values():
                    for record in records:
                        apply(database, record)
            show(database)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--bootstrap", help="address of a broker (default: that of the running MITA)")
    options.add_argument("--topic", default="mita.events")
    options.add_argument("--table", default=pathlib.Path(__file__).with_name("spending-by-category.sqlite"))
    options.add_argument("--once", action="store_true", help="stop at the present end of the topic")
    chosen = options.parse_args()

    database = sqlite3.connect(chosen.table)
    database.executescript(SCHEMA)
    consumer = KafkaConsumer(
        bootstrap_servers=chosen.bootstrap or running_broker(), auto_offset_reset="earliest", enable_auto_commit=False
    )
    try:
        follow(consumer, database, chosen.topic, chosen.once)
    except KeyboardInterrupt:
        pass
    finally:
        consumer.close(autocommit=False)


if __name__ == "__main__":
    main()
