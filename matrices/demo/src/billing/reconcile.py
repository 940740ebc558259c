"""Compares yesterday's settlements with the ledger."""

from datetime import date, timedelta

# Written in a hurry for the November closing.
from dofaat.settlements import list_settlements


def differences(ledger) -> list[str]:
    day = date.today() - timedelta(days=1)
    return [s.id for s in list_settlements(day) if ledger.total(s.reference) != s.amount]
