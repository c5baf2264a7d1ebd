//! bootpay-node
