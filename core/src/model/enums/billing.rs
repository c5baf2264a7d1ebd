use bootpay_macros::model;

/// Method of an account holder's consent to direct debit.
#[cfg(feature = "server")]
#[model]
pub enum AuthType {
    /// An automated phone call.
    #[name("ARS", "ARS")]
    Ars,
    /// An app.
    #[name("간편인증", "간편인증")]
    Easy,
}

/// Purpose of a cash receipt.
#[model(open)]
pub enum CashReceiptType {
    /// Income deduction: the buyer is a person.
    #[name("소득공제", "소득공제", "0")]
    IncomeDeduction,
    /// Proof of expense: the buyer is a business.
    #[name("지출증빙", "지출증빙", "1")]
    ProofOfExpense,
}
