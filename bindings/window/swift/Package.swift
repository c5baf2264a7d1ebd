// swift-tools-version:6.0
import Foundation
import PackageDescription

// The generated source and the native library are made by `make` in the folder above.
let library = ProcessInfo.processInfo.environment["BOOTPAY_LIBRARY"] ?? "../../../target/debug"
let strict: [SwiftSetting] = [.unsafeFlags(["-warnings-as-errors"])]

let package = Package(
    name: "bootpay-window",
    platforms: [.iOS(.v16), .macOS(.v13)],
    products: [.library(name: "BootpayWindow", targets: ["BootpayWindow"])],
    targets: [
        .systemLibrary(name: "BootpayWindowFFI"),
        .target(
            name: "BootpayWindow", dependencies: ["BootpayWindowFFI"], swiftSettings: strict,
            linkerSettings: [.unsafeFlags(["-L\(library)", "-Xlinker", "-rpath", "-Xlinker", library])]),
        .target(name: "ByName", dependencies: ["BootpayWindow"], path: "Tests/ByName", swiftSettings: strict),
        .testTarget(name: "BootpayWindowTests", dependencies: ["BootpayWindow", "ByName"], swiftSettings: strict),
    ]
)
