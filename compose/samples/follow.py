#!/usr/bin/env python3
"""Prints each event of Helium on a line, and goes on where it was when the connection breaks.

The first argument is what is wanted, such as 'workspace=example&from=beginning'.
"""

import json
import os
import sys
import time
import urllib.error
import urllib.request

URL = os.environ.get("HELIUM_URL", "http://127.0.0.1:2323")
TOKEN_FILE = os.environ.get("HELIUM_TOKEN_FILE", ".helium/token")

# Three times as long as a server is silent.
LONGEST_SILENCE_SECONDS = 45
LARGEST_LINE = 4 * 1024 * 1024


def listen(query, last):
    """The blocks of one connection, each as a dictionary of its fields."""
    request = urllib.request.Request(f"{URL}/v1/api/events?{query}")
    with open(TOKEN_FILE, encoding="ascii") as file:
        request.add_header("Authorization", "Bearer " + file.read().strip())
    request.add_header("Accept", "text/event-stream")
    if last:
        request.add_header("Last-Event-ID", last)
    with urllib.request.urlopen(request, timeout=LONGEST_SILENCE_SECONDS) as stream:
        block = {}
        while line := stream.readline(LARGEST_LINE):
            text = line.decode("utf-8").rstrip("\n")
            if text:
                field, _, value = text.partition(":")
                block[field] = value.removeprefix(" ")
            else:
                yield block
                block = {}


def main():
    query = sys.argv[1] if len(sys.argv) > 1 else ""
    last = ""
    pause = 1.0
    while True:
        try:
            for block in listen(query, last):
                if "data" in block:
                    event = json.loads(block["data"])
                    print(json.dumps(event), flush=True)
                last = block.get("id", last)
                pause = int(block.get("retry", pause * 1000)) / 1000
        except urllib.error.HTTPError as refusal:
            # Everything else but these stays refused however often it is asked for.
            if refusal.code != 429 and refusal.code < 500:
                sys.exit(f"{refusal.code}: {refusal.read(100_000).decode('utf-8')}")
            print(f"{refusal.code}, again in {pause} s", file=sys.stderr)
        except OSError as broken:
            print(f"{broken}, again in {pause} s", file=sys.stderr)
        time.sleep(pause)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(0)
