"""What takes minutes and is asked for by name: the finished report in the hands of other programs."""

from tests.report.conftest import finished

__all__ = ["finished"]
