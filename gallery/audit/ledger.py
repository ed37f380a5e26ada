#!/usr/bin/env python3
"""Writes year.csv and january.csv: payments of a company that does not exist. The same on every machine."""

import pathlib

STAFF = ["amira", "bruno", "chen", "dalia", "emil"]
PARTIES = [
    "Lumen Office Supplies", "Harbour Freight Co", "North Star Logistics", "Copperfield & Sons", "Vista Cloud Hosting", "Oakline Furniture", "Blue Heron Catering",
    "Quill Legal", "Terrace Properties", "Summit Insurance", "Juniper Travel", "Kestrel Security", "Alder Print Works", "Pinnacle Software",
]
ACCOUNTS = {"operating": 25_000_000, "payroll": 18_000_000, "reserve": 40_000_000}
PAYMENTS = {"january": 20, "year": 180}


def write(name, payments):
    state = 2026

    def draw(bound):
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (state >> 33) % bound

    def money(cents):
        return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02}"

    totals = dict(ACCOUNTS)
    lines = [f"opening,{account},{money(cents)}" for account, cents in totals.items()]
    for number in range(1, payments + 1):
        account = list(ACCOUNTS)[draw(3)]
        cents = 100 + draw(90_000)
        if draw(6) == 0:
            cents = 500_000 + draw(4_000_000)
        if draw(2) == 0:
            cents = -cents
        entered = draw(5)
        approved = STAFF[(entered + 1 + draw(4)) % 5] if abs(cents) >= 500_000 else ""
        day = f"2026-{1 + (number - 1) // 20:02}-{1 + draw(28):02}"
        lines.append(f"payment,P{number:04},{day},{account},{PARTIES[draw(len(PARTIES))]},{money(cents)},{STAFF[entered]},{approved}")
        totals[account] += cents
    lines += [f"closing,{account},{money(cents)}" for account, cents in totals.items()]
    (pathlib.Path(__file__).parent / f"{name}.csv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    for name, payments in PAYMENTS.items():
        write(name, payments)
