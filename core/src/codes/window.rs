//! The payment window, in the buyer's browser or app. A server sees these only if a page forwards
//! them.

super::codes! { Window:
    NEED_MORE_PARAMS { Merchant AfterCorrecting WithStatus Seen Window
        english "The window was opened without any data." "Pass the payment's data to the window."
        korean "데이터 없이 결제창을 호출했습니다." "결제 정보를 전달해 결제창을 호출하십시오."
    }
    INVALID_REQUEST_PARAMS { Merchant AfterCorrecting WithStatus Seen Window
        english
            "The window's request has no order_name, price or order_id."
            "Set all three; price must be a number greater than zero unless the method charges nothing."
        korean
            "결제창 요청에 order_name, price, order_id 중 빠진 값이 있습니다."
            "세 값을 모두 설정하십시오. 청구하지 않는 결제수단이 아니라면 price는 0보다 큰 숫자여야 합니다."
    }
    NEED_CLIENT_KEY { Merchant AfterCorrecting WithStatus Seen Window
        english
            "The window was opened without a client key or application id."
            "Pass the client key of the project, or the application id of this platform."
        korean
            "client_key나 application_id 없이 결제창을 호출했습니다."
            "프로젝트의 client_key 또는 해당 플랫폼의 application_id를 설정하십시오."
    }
    NEED_ITEM_ID { Merchant AfterCorrecting WithStatus Seen Window
        english "One of the items has no id." "Give each item an id, a name, a qty and a price."
        korean "상품 항목에 id가 없습니다." "모든 상품에 id, name, qty, price를 설정하십시오."
    }
    NEED_ITEM_NAME { Merchant AfterCorrecting WithStatus Seen Window
        english "One of the items has no name." "Give each item an id, a name, a qty and a price."
        korean "상품 항목에 name이 없습니다." "모든 상품에 id, name, qty, price를 설정하십시오."
    }
    NEED_ITEM_QTY { Merchant AfterCorrecting WithStatus Seen Window
        english "One of the items has no qty." "Give each item an id, a name, a qty and a price."
        korean "상품 항목에 qty가 없습니다." "모든 상품에 id, name, qty, price를 설정하십시오."
    }
    NEED_ITEM_PRICE { Merchant AfterCorrecting WithStatus Seen Window
        english "One of the items has no price." "Give each item an id, a name, a qty and a price."
        korean "상품 항목에 price가 없습니다." "모든 상품에 id, name, qty, price를 설정하십시오."
    }
    NEED_ITEM_TOTAL_PRICE_NOT_MATCH { Merchant AfterCorrecting WithStatus Seen Window
        english
            "The sum of each item's price times its qty differs from the price of the payment."
            "Correct the items or the price; other charges such as shipping are items too."
        korean
            "상품별 price와 qty를 곱한 합계가 결제 금액과 다릅니다."
            "상품 또는 결제 금액을 수정하십시오. 배송비처럼 함께 청구하는 금액도 상품 항목으로 추가해야 합니다."
    }
    RC_CONFIRM_READY_NOT_YET { Merchant Later WithStatus Seen Window
        english
            "The page requested the confirmation before the payment was waiting for it."
            "Confirm only after the window's confirm event."
        korean
            "결제가 승인 대기 상태가 되기 전에 페이지에서 승인을 요청했습니다."
            "결제창의 confirm 이벤트를 수신한 뒤 승인하십시오."
    }
    RC_CLOSE_WINDOW { Buyer Later WithStatus Seen Window
        english
            "The buyer closed the window before finishing the payment."
            "Keep the order open and let the buyer try again; look up the payment before you cancel the order."
        korean
            "구매자가 결제를 마치기 전에 결제창을 닫았습니다."
            "주문을 유지하고 구매자가 다시 결제할 수 있게 하십시오. 주문을 취소하기 전에는 반드시 결제를 조회하십시오."
    }
    RC_RECEIPT_POLLING_INVALID { Unknown Later WithStatus Seen Window
        english
            "The window could not determine the status of the payment."
            "Look up the payment from the server to get its status."
        korean
            "결제창이 결제 상태를 확인하지 못했습니다."
            "서버에서 결제를 조회해 상태를 확인하십시오."
    }
    RC_WIDGET_TYPE_INVALID { Merchant AfterCorrecting WithStatus Seen Window
        english
            "The page requested a widget type that does not exist."
            "Correct the widget type."
        korean
            "페이지에서 존재하지 않는 위젯 유형을 요청했습니다."
            "위젯 유형을 올바른 값으로 수정하십시오."
    }
    RC_PG_METHOD_NOT_SELECTED { Buyer AfterCorrecting WithStatus Seen Window
        english
            "The buyer has not chosen a payment method in the widget."
            "Have the buyer choose a method before the payment is requested."
        korean
            "구매자가 위젯에서 결제수단을 선택하지 않았습니다."
            "결제를 요청하기 전에 구매자가 결제수단을 선택하도록 안내하십시오."
    }
    RC_TERMS_NOT_AGREE { Buyer AfterCorrecting WithStatus Seen Window
        english
            "The buyer has not agreed to the mandatory terms."
            "Have the buyer agree before the payment is requested."
        korean
            "구매자가 필수 약관에 동의하지 않았습니다."
            "결제를 요청하기 전에 구매자가 약관에 동의하도록 안내하십시오."
    }
    RC_BRANDPAY_NEED_SELECT_WALLET { Buyer AfterCorrecting WithStatus Seen Window
        english
            "The buyer has not chosen one of the cards or accounts kept for easy payment."
            "Have the buyer choose or register one before the payment is requested."
        korean
            "구매자가 브랜드페이에 등록된 카드나 계좌를 선택하지 않았습니다."
            "결제를 요청하기 전에 구매자가 카드나 계좌를 선택하거나 등록하도록 안내하십시오."
    }
}
