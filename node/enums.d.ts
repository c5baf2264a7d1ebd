// Generated: `make generate`.

/** The names of an enum value. */
export interface Name {
  /** Name in English. */
  readonly english: string
  /** Name in Korean, as Bootpay shows it. */
  readonly korean?: string
}

/**
 * Names of the enum values that this version knows, by type and value: `names.Bank['004'].korean`.
 * Bootpay may send other values of an open enum, which have no name here.
 */
export declare const names: {
  readonly Status: {
    readonly 'ready': Name
    readonly 'paid': Name
    readonly 'waiting_confirm': Name
    readonly 'approving': Name
    readonly 'approval_requested': Name
    readonly 'virtual_account_issued': Name
    readonly 'billing_key_issued': Name
    readonly 'identity_verified': Name
    readonly 'cancelled': Name
    readonly 'billing_key_preparing': Name
    readonly 'billing_key_requested': Name
    readonly 'billing_key_made': Name
    readonly 'identity_preparing': Name
    readonly 'cash_receipt_issued': Name
    readonly 'cash_receipt_cancelled': Name
    readonly 'failed': Name
    readonly 'approval_failed': Name
    readonly 'virtual_account_revoked': Name
    readonly 'request_failed': Name
    readonly 'expired': Name
    readonly 'billing_key_revoked': Name
    readonly 'cancel_failed': Name
    readonly 'cancelling': Name
    readonly 'billing_key_failed': Name
    readonly 'cash_receipt_failed': Name
    readonly 'cash_receipt_cancel_failed': Name
    readonly [value: string]: Name | undefined
  }
  readonly Method: {
    readonly 'card': Name
    readonly 'phone': Name
    readonly 'bank': Name
    readonly 'vbank': Name
    readonly 'auth': Name
    readonly 'card_rebill': Name
    readonly 'card_rebill_rest': Name
    readonly 'phone_rebill': Name
    readonly 'automatic_transfer': Name
    readonly 'automatic_transfer_rest': Name
    readonly 'easy_card': Name
    readonly 'easy_bank': Name
    readonly 'easy': Name
    readonly 'naverpay': Name
    readonly 'npay': Name
    readonly 'kakao': Name
    readonly 'payco': Name
    readonly 'toss': Name
    readonly 'cash_receipt': Name
    readonly [value: string]: Name | undefined
  }
  readonly Pg: {
    readonly 'nicepay': Name
    readonly 'kcp': Name
    readonly 'inicis': Name
    readonly 'danal': Name
    readonly 'tosspayments': Name
    readonly 'toss': Name
    readonly 'mobilians': Name
    readonly 'payapp': Name
    readonly 'payletter': Name
    readonly 'welcome': Name
    readonly 'kicc': Name
    readonly 'easypay': Name
    readonly 'settlebank': Name
    readonly 'udpay': Name
    readonly 'tpay': Name
    readonly 'jtnet': Name
    readonly 'lgup': Name
    readonly 'lightpay': Name
    readonly 'kiwoompay': Name
    readonly 'kakao': Name
    readonly 'naverpay': Name
    readonly 'npay': Name
    readonly 'payco': Name
    readonly 'tosspay': Name
    readonly [value: string]: Name | undefined
  }
  readonly CardCompany: {
    readonly '01': Name
    readonly '02': Name
    readonly '03': Name
    readonly '04': Name
    readonly '06': Name
    readonly '07': Name
    readonly '08': Name
    readonly '11': Name
    readonly '12': Name
    readonly '13': Name
    readonly '14': Name
    readonly '15': Name
    readonly '16': Name
    readonly '21': Name
    readonly '22': Name
    readonly '23': Name
    readonly '24': Name
    readonly '25': Name
    readonly '26': Name
    readonly '27': Name
    readonly '28': Name
    readonly '29': Name
    readonly '31': Name
    readonly '32': Name
    readonly '33': Name
    readonly '34': Name
    readonly '35': Name
    readonly '36': Name
    readonly '37': Name
    readonly '38': Name
    readonly '39': Name
    readonly '40': Name
    readonly '41': Name
    readonly '42': Name
    readonly [value: string]: Name | undefined
  }
  readonly Gender: {
    readonly 'male': Name
    readonly 'female': Name
    readonly 'not_told': Name
    readonly [value: string]: Name | undefined
  }
  readonly CashReceiptType: {
    readonly '소득공제': Name
    readonly '지출증빙': Name
    readonly [value: string]: Name | undefined
  }
  readonly Platform: {
    readonly 'web': Name
    readonly 'android': Name
    readonly 'ios': Name
    readonly 'rest': Name
  }
  readonly ReserveStatus: {
    readonly 'pending': Name
    readonly 'finished': Name
    readonly 'failed': Name
    readonly 'cancelled': Name
    readonly 'not_reserved': Name
    readonly [value: string]: Name | undefined
  }
  readonly EscrowStatus: {
    readonly 'before_shipping': Name
    readonly 'purchase_confirmed': Name
    readonly 'preparing': Name
    readonly 'shipping_started': Name
    readonly 'settlement_withheld': Name
    readonly 'purchase_refused': Name
    readonly [value: string]: Name | undefined
  }
  readonly Bank: {
    readonly '001': Name
    readonly '002': Name
    readonly '003': Name
    readonly '004': Name
    readonly '005': Name
    readonly '007': Name
    readonly '008': Name
    readonly '011': Name
    readonly '012': Name
    readonly '020': Name
    readonly '023': Name
    readonly '027': Name
    readonly '031': Name
    readonly '032': Name
    readonly '034': Name
    readonly '035': Name
    readonly '037': Name
    readonly '039': Name
    readonly '045': Name
    readonly '048': Name
    readonly '050': Name
    readonly '071': Name
    readonly '081': Name
    readonly '088': Name
    readonly '089': Name
    readonly '090': Name
    readonly '092': Name
    readonly [value: string]: Name | undefined
  }
  readonly Courier: {
    readonly 'CJ대한통운': Name
    readonly '한진': Name
    readonly '롯데': Name
    readonly 'KGB': Name
    readonly '동부': Name
    readonly '우체국': Name
    readonly '로젠': Name
    readonly '옐로우캡': Name
    readonly '경동': Name
    readonly '대신': Name
    readonly '사가와': Name
    readonly '일양로지스': Name
    readonly '호남': Name
    readonly '합동': Name
    readonly '천일': Name
    readonly '편의점': Name
    readonly '직접배달': Name
    readonly '퀵서비스': Name
    readonly [value: string]: Name | undefined
  }
  readonly Carrier: {
    readonly 'SKT': Name
    readonly 'KT': Name
    readonly 'LGU+': Name
    readonly 'SKT_MVNO': Name
    readonly 'KT_MVNO': Name
    readonly 'LGU+_MVNO': Name
    readonly [value: string]: Name | undefined
  }
  readonly AuthenticateType: {
    readonly 'sms': Name
    readonly 'pass': Name
  }
  readonly AuthType: {
    readonly 'ARS': Name
    readonly '간편인증': Name
  }
  readonly ContentType: {
    readonly 'application/json': Name
    readonly 'application/x-www-form-urlencoded': Name
  }
  readonly InviteType: {
    readonly '프로젝트': Name
    readonly '팀': Name
  }
  readonly WebhookFormat: {
    readonly 'v1_form': Name
    readonly 'v1_json': Name
    readonly 'v2': Name
  }
  readonly WebhookKind: {
    readonly 'paid': Name
    readonly 'virtual_account_issued': Name
    readonly 'cancelled': Name
    readonly 'partially_cancelled': Name
    readonly 'expired': Name
    readonly 'request_failed': Name
    readonly 'confirm_failed': Name
    readonly 'cancel_failed': Name
    readonly 'failed': Name
    readonly 'escrow_decided': Name
    readonly 'identity_verified': Name
    readonly 'billing_key_issued': Name
    readonly [value: string]: Name | undefined
  }
  readonly PrivateKeyCheck: {
    readonly 'absent': Name
    readonly 'matches': Name
    readonly 'differs': Name
    readonly 'unchecked': Name
  }
  readonly WebhookOutcome: {
    readonly 'work': Name
    readonly 'duplicate': Name
    readonly 'older': Name
    readonly 'unknown_order': Name
    readonly 'mismatch': Name
    readonly 'not_found': Name
    readonly 'not_yet': Name
    readonly 'unreadable': Name
    readonly 'busy': Name
    readonly 'store_failed': Name
    readonly 'timed_out': Name
    readonly 'forbidden': Name
  }
  readonly ErrorKind: {
    readonly 'invalid': Name
    readonly 'config': Name
    readonly 'not_sent': Name
    readonly 'rejected': Name
    readonly 'outcome_unknown': Name
    readonly 'unexpected_response': Name
    readonly 'unavailable': Name
    readonly 'mismatch': Name
    readonly 'wrong_state': Name
  }
  readonly Repeat: {
    readonly 'safe': Name
    readonly 'after_resolve': Name
    readonly 'never': Name
  }
  readonly ErrorCategory: {
    readonly 'credentials': Name
    readonly 'payment': Name
    readonly 'cancel': Name
    readonly 'billing_key': Name
    readonly 'identity': Name
    readonly 'cash_receipt': Name
    readonly 'escrow': Name
    readonly 'window': Name
  }
  readonly Fault: {
    readonly 'merchant': Name
    readonly 'buyer': Name
    readonly 'pg': Name
    readonly 'nobody': Name
    readonly 'unknown': Name
  }
  readonly CallAgain: {
    readonly 'never': Name
    readonly 'after_correcting': Name
    readonly 'after_cause_gone': Name
    readonly 'later': Name
    readonly 'after_resolving': Name
  }
  readonly AttemptOutcome: {
    readonly 'pending': Name
    readonly 'done': Name
    readonly 'refused': Name
    readonly 'unknown': Name
  }
  readonly ResolvedOutcome: {
    readonly 'done': Name
    readonly 'did_not_happen': Name
    readonly 'unknown': Name
  }
  readonly WebhookChange: {
    readonly 'paid': Name
    readonly 'refunded': Name
    readonly 'virtual_account_issued': Name
    readonly 'escrow': Name
    readonly 'other': Name
  }
  readonly CallEffect: {
    readonly 'read': Name
    readonly 'write': Name
    readonly 'money': Name
  }
  readonly CallOutcome: {
    readonly 'done': Name
    readonly 'failed': Name
    readonly 'unknown': Name
    readonly 'cancelled': Name
  }
  readonly Mode: {
    readonly 'live': Name
    readonly 'test': Name
  }
  readonly Capability: {
    readonly 'separate_confirmation': Name
    readonly 'partial_cancel': Name
    readonly 'escrow': Name
    readonly 'cash_receipt': Name
    readonly 'billing_window': Name
    readonly 'billing_rest': Name
    readonly 'account_debit': Name
    readonly 'identity': Name
    readonly 'virtual_account_refund': Name
    readonly 'charges_in_test': Name
  }
  readonly Support: {
    readonly 'yes': Name
    readonly 'no': Name
    readonly 'by_contract': Name
    readonly 'unknown': Name
  }
  readonly ReadinessCode: {
    readonly 'application_id_missing': Name
    readonly 'application_id_malformed': Name
    readonly 'application_ids_equal': Name
    readonly 'sample_id': Name
    readonly 'private_key_misplaced': Name
    readonly 'credentials_missing': Name
    readonly 'secret_in_client': Name
    readonly 'no_active_method': Name
    readonly 'method_without_pg': Name
    readonly 'method_not_offered': Name
    readonly 'settings_missing': Name
    readonly 'test_keys_missing': Name
    readonly 'still_test': Name
    readonly 'billing_settings_shared': Name
    readonly 'admin_key_filled': Name
    readonly 'web_site_id_filled': Name
    readonly 'virtual_account_in_test': Name
    readonly 'capability_unsupported': Name
    readonly 'capability_by_contract': Name
    readonly 'capability_unknown': Name
    readonly 'price_below_minimum': Name
    readonly 'price_below_floor': Name
    readonly 'cancel_address_missing': Name
    readonly 'deposit_url_missing': Name
    readonly 'virtual_account_refund_missing': Name
    readonly 'virtual_account_not_refundable': Name
    readonly 'identity_contract_missing': Name
    readonly 'identity_url_missing': Name
    readonly 'webhook_missing': Name
    readonly 'webhook_not_https': Name
    readonly 'webhook_not_public': Name
    readonly 'webhook_redirects': Name
    readonly 'feedback_missing': Name
    readonly 'rest_open': Name
    readonly 'origins_without_localhost': Name
    readonly 'test_payment_open': Name
    readonly 'test_payment_overdue': Name
    readonly [value: string]: Name | undefined
  }
  readonly ReadinessSeverity: {
    readonly 'blocker': Name
    readonly 'warning': Name
    readonly 'note': Name
  }
  readonly ReadinessActor: {
    readonly 'merchant': Name
    readonly 'pg': Name
    readonly 'bootpay': Name
  }
  readonly WindowKind: {
    readonly 'payment': Name
    readonly 'subscription': Name
    readonly 'authentication': Name
  }
  readonly WindowDialect: {
    readonly 'android': Name
    readonly 'android_flutter': Name
    readonly 'ios_flutter': Name
    readonly 'ios': Name
    readonly 'android_react_native': Name
    readonly 'ios_react_native': Name
  }
  readonly WindowEventKind: {
    readonly 'confirm': Name
    readonly 'done': Name
    readonly 'issued': Name
    readonly 'cancel': Name
    readonly 'error': Name
    readonly 'close': Name
    readonly 'redirect': Name
    readonly 'full_screen': Name
    readonly 'revert_screen': Name
    readonly 'widget_ready': Name
    readonly 'widget_resize': Name
    readonly 'widget_change_payment': Name
    readonly 'widget_change_terms': Name
    readonly 'ignore': Name
    readonly 'unknown': Name
  }
  readonly LinkAction: {
    readonly 'stay': Name
    readonly 'open_app': Name
    readonly 'install': Name
    readonly 'load': Name
    readonly 'swallow': Name
    readonly 'result': Name
  }
}
