// swift-tools-version:6.0
import PackageDescription

let package = Package(
    name: "bootpay-window-swift",
    // No key of the server's is in it: for apps.
    platforms: [.iOS(.v16)],
    products: [.library(name: "BootpayWindow", targets: ["BootpayWindow"])],
    targets: [
        .binaryTarget(name: "BootpayWindowFFI", path: "BootpayWindowFFI.xcframework"),
        .target(name: "BootpayWindow", dependencies: ["BootpayWindowFFI"]),
    ]
)
