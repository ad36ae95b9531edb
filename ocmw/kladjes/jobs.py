from celery import shared_task

from ocmw.kladjes.actions import ruim_kladjes_op


@shared_task
def ruim_oude_kladjes_op() -> None:
    ruim_kladjes_op()
