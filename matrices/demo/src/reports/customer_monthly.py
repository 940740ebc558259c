"""The monthly report that customers receive."""

from semantic import metric

GMV = metric("orders.gmv_monthly")
REFUNDS = metric("orders.refund_rate")
ACTIVE = metric("customers.active_30d")


def rows(month: str):
    for value in (GMV, REFUNDS, ACTIVE):
        yield value.label_ar, value.for_month(month)
