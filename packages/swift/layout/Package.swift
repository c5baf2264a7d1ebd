// swift-tools-version:6.0
import PackageDescription

// The native library. On Linux it is installed from the release's archive for the processor, and pkg-config finds it;
// on macOS the package manager fetches it.
#if os(Linux)
let native: Target = .systemLibrary(name: "BootpayCoreFFI", pkgConfig: "bootpay-core")
#else
let native: Target = .binaryTarget(
    name: "BootpayCoreFFI",
    url: "https://github.com/bootpay-core/bootpay-core-swift/releases/download/v@VERSION@/BootpayCoreFFI.xcframework.zip",
    checksum: "@CHECKSUM@")
#endif

let package = Package(
    name: "bootpay-core-swift",
    // Servers only: a client's keys never belong in an app.
    platforms: [.macOS(.v13)],
    products: [
        .library(name: "BootpayCore", targets: ["BootpayCore"]),
        // For tests: fakes of the client.
        .library(name: "BootpayTesting", targets: ["BootpayTesting"]),
    ],
    targets: [
        native,
        .target(
            name: "BootpayCore", dependencies: ["BootpayCoreFFI"],
            linkerSettings: [
                .linkedFramework("CoreFoundation", .when(platforms: [.macOS])),
                .linkedFramework("Security", .when(platforms: [.macOS])),
                .linkedFramework("SystemConfiguration", .when(platforms: [.macOS])),
            ]),
        .target(name: "BootpayTesting", dependencies: ["BootpayCore"]),
    ]
)
