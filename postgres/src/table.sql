CREATE TABLE IF NOT EXISTS bootpay_attempts (
    id text PRIMARY KEY,
    owner text NOT NULL,
    payment text,
    answered boolean NOT NULL,
    due_at timestamptz NOT NULL,
    forget_at timestamptz,
    record text NOT NULL
);
CREATE INDEX IF NOT EXISTS bootpay_attempts_due ON bootpay_attempts (owner, due_at);
CREATE INDEX IF NOT EXISTS bootpay_attempts_payment ON bootpay_attempts (payment);
CREATE INDEX IF NOT EXISTS bootpay_attempts_forget ON bootpay_attempts (forget_at);
