module merchant {
    requires bootpay.core;
    requires bootpay.emulator;
    requires com.google.gson;
}
