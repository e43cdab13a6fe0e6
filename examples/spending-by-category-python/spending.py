#!/usr/bin/env python3
"""Keeps a table of all spending by category, from the beginning of time, each event counted once.

The table and the places of the last events in it are in one SQLite file and change in one transaction: stop it and
start it again whenever you like. It needs Python 3 and a Kafka client (Debian: python3-kafka).
"""

import argparse
import json
import os
import pathlib
import sqlite3
import sys
from decimal import Decimal
from typing import NamedTuple

from kafka import KafkaConsumer, TopicPartition
from kafka.errors import OffsetOutOfRangeError

SCHEMA = """
create table if not exists spending (category text primary key, count integer not null, cents integer not null);
create table if not exists place (partition integer primary key, offset integer, position integer, id text);
"""

# Longer than MITA pauses while it publishes its log again.
PATIENCE_MS = 10_000


class AnotherLog(Exception):
    """The topic has not the events that the table was made from: going on would mix two histories."""


class Place(NamedTuple):
    """Where an event is: its offset says it quickly, but only in the topic as it is now; position and id for ever."""

    partition: int
    offset: int
    position: int
    id: str

    @classmethod
    def of(cls, record):
        headers = {name: value.decode() for name, value in record.headers}
        # A record without a position is no event: the mark at the end of a transaction, which this client shows too.
        return cls(record.partition, record.offset, int(headers.get("ce_position", 0)), headers.get("ce_id", ""))

    def is_same_event(self, other):
        return (self.position, self.id) == (other.position, other.id)


def running_broker():
    """The broker of ./mita up, as it has written it down."""
    data = os.environ.get("MITA_DATA") or pathlib.Path.home() / ".mita"
    file = pathlib.Path(data) / "running.properties"
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


def places(database):
    """Of the last event by partition; none at first."""
    return {row[0]: Place(*row) for row in database.execute("select partition, offset, position, id from place")}


def apply(database, record):
    place = Place.of(record)
    last = database.execute("select position from place where partition = ?", (place.partition,)).fetchone() or (0,)
    # Positions only grow in a partition. One that does not is a second copy, left by a relay that was interrupted
    # and took its transaction back: a client that reads committed records alone never sees it, this one may.
    if place.position <= last[0]:
        return
    type_ = dict(record.headers)["ce_type"].decode()
    event = json.loads(record.value, parse_float=Decimal, parse_int=Decimal)
    for category, count, cents in changes(type_, event):
        database.execute(
            "insert into spending values (?, ?, ?) on conflict (category) do update"
            " set count = count + excluded.count, cents = cents + excluded.cents",
            (category, count, cents),
        )
    database.execute("insert or replace into place values (?, ?, ?, ?)", place)


def show(database):
    print(f"{'category':<20} {'count':>8} {'total':>14}")
    for category, count, cents in database.execute("select * from spending where count > 0 order by category"):
        print(f"{category:<20} {count:>8} {Decimal(cents).scaleb(-2):>14}")
    print(flush=True)


def is_there(consumer, partition, place):
    """Whether the event is still where it was. No answer counts as no, for a search is always right."""
    if place.offset >= consumer.end_offsets([partition]).get(partition, 0):
        return False
    consumer.assign([partition])
    consumer.seek(partition, place.offset)
    records = consumer.poll(timeout_ms=PATIENCE_MS, max_records=1).get(partition)
    return bool(records) and Place.of(records[0]) == place


def search(consumer, partitions, known):
    """The same events at their present offsets. Waits for MITA, should it not have published them again yet."""
    missing = dict(known)
    found = {}
    consumer.assign(partitions)
    consumer.seek_to_beginning(*partitions)
    while missing:
        batches = consumer.poll(timeout_ms=PATIENCE_MS)
        if not batches:
            position = min(place.position for place in missing.values())
            raise AnotherLog(
                f"the topic ends before position {position}, which the table counts:"
                " it is of another log, or MITA is still publishing it again"
            )
        for place in (Place.of(record) for records in batches.values() for record in records):
            wanted = missing.get(place.partition)
            if wanted and place.position >= wanted.position:
                if not place.is_same_event(wanted):
                    raise AnotherLog(
                        "the topic is of another log than the table:"
                        f" not the same event is at position {wanted.position}"
                    )
                found[place.partition] = place
                del missing[place.partition]
    return found


def go_after(consumer, partitions, known):
    """The next record is the first one after the place in its partition; from the beginning where there is no place.

    MITA may have made the topic anew (Kafka had lost data, or an operator wanted it): then the same events are there
    at other offsets. So a place is looked up, and where another record is at its offset, the event is searched.
    """
    here = {partition.partition: partition for partition in partitions}
    there = all(number in here and is_there(consumer, here[number], place) for number, place in known.items())
    now = known if there else search(consumer, partitions, known)
    consumer.assign(partitions)
    for partition in partitions:
        if partition.partition in now:
            consumer.seek(partition, now[partition.partition].offset + 1)
        else:
            consumer.seek_to_beginning(partition)


def read(consumer, database, partitions, once):
    """Returns False when the topic was made anew meanwhile: the table is right, but its places are elsewhere now."""

    def oldest():
        """With what each partition begins, and since when: it changes when the topic is made anew."""
        return consumer.offsets_for_times({partition: 0 for partition in partitions})

    oldest_at_first = oldest()
    go_after(consumer, partitions, places(database))
    ends = consumer.end_offsets(partitions)
    while not once or any(consumer.position(partition) < ends[partition] for partition in partitions):
        batches = consumer.poll(timeout_ms=500)
        if batches:
            # Looked at after the records were read, and before they count.
            if oldest() != oldest_at_first:
                return False
            with database:
                for records in batches.values():
                    for record in records:
                        apply(database, record)
            show(database)
    return True


def follow(consumer, database, topic, once):
    numbers = consumer.partitions_for_topic(topic)
    if not numbers:
        sys.exit("spending: there is no topic " + topic)
    partitions = [TopicPartition(topic, number) for number in sorted(numbers)]
    show(database)
    ended = False
    while not ended:
        try:
            ended = read(consumer, database, partitions, once)
        except OffsetOutOfRangeError:
            print("spending: the topic was made anew", file=sys.stderr)


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
        bootstrap_servers=chosen.bootstrap or running_broker(),
        # An offset that is not there says that the topic was made anew: no reason to count everything again.
        auto_offset_reset="none",
        enable_auto_commit=False,
    )
    try:
        follow(consumer, database, chosen.topic, chosen.once)
    except AnotherLog as another:
        sys.exit(f"spending: {another}; to begin anew delete {chosen.table}")
    except KeyboardInterrupt:
        pass
    finally:
        consumer.close(autocommit=False)


if __name__ == "__main__":
    main()
