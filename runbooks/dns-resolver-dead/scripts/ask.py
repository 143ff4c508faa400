#!/usr/bin/env python3
# Asks RESOLVER for the address of PROBE_NAME over UDP, twice at most. Exit 0: it answered with an address or with
# the news that there is none. Needs neither dig nor a resolver of its own. Changes nothing.
# environment: RESOLVER (address), PROBE_NAME, RESOLVER_PORT (53)
import os
import random
import socket
import struct
import sys

resolver = os.environ["RESOLVER"]
name = os.environ.get("PROBE_NAME", "example.org")
port = int(os.environ.get("RESOLVER_PORT", "53"))
family = socket.AF_INET6 if ":" in resolver else socket.AF_INET
labels = b"".join(bytes([len(part)]) + part.encode() for part in name.rstrip(".").split("."))

for _ in range(2):
    number = random.randrange(65536)
    question = struct.pack(">HHHHHH", number, 0x0100, 1, 0, 0, 0) + labels + b"\0" + struct.pack(">HH", 1, 1)
    with socket.socket(family, socket.SOCK_DGRAM) as udp:
        udp.settimeout(3)
        try:
            udp.connect((resolver, port))
            udp.send(question)
            answer = udp.recv(4096)
        except OSError as trouble:
            print(f"{resolver}: {trouble}")
            continue
    code = 2 if len(answer) < 12 else answer[3] & 15
    if answer[:2] == question[:2] and code in (0, 3):
        print(f"{resolver} answers, {struct.unpack('>H', answer[6:8])[0]} records")
        sys.exit(0)
    print(f"{resolver} answers with code {code}")
sys.exit(1)
