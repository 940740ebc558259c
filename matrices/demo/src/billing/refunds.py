"""Refunds of whole orders, started by customer care."""

from connectors.dofaat.client import refund


def refund_order(order) -> list[str]:
    return [refund(order.id, attempt.id, attempt.halalas) for attempt in order.paid_attempts]
