"""The facade of the payment provider: the only place that may know its SDK."""

import dofaat

_client = dofaat.Client(timeout=10, retries=3)


def refund(order_id: str, attempt_id: str, halalas: int) -> str:
    operation = _client.refunds.create(
        order=order_id, amount=halalas, idempotency_key=f"refund:{order_id}:{attempt_id}"
    )
    return operation.id
