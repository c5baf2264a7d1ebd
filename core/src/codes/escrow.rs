//! Escrow.

super::codes! { Escrow:
    RC_NOT_ESCROW { Merchant Never Refused Seen Escrow
        english
            "The payment was not made with escrow, so no shipment can be registered for it."
            "Register shipments only for payments that have escrow_data."
        korean
            "에스크로로 결제되지 않아 배송을 등록할 수 없는 결제입니다."
            "escrow_data가 있는 결제에만 배송을 등록하십시오."
    }
}
