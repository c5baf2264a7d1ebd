module merchant {
    requires bootpay.core;
    requires bootpay.emulator;
    requires com.google.gson;
    // Automatic modules, which both of ours are, cannot require these themselves.
    requires java.net.http;
    requires kotlin.stdlib;
    requires kotlinx.coroutines.core;
}
