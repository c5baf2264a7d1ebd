//! bootpay-python
