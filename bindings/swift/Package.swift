// swift-tools-version:6.0
import Foundation
import PackageDescription

// The generated source and the native library are made by `make` in the folder above.
let library = ProcessInfo.processInfo.environment["BOOTPAY_LIBRARY"] ?? "../../target/debug"
let strict: [SwiftSetting] = [.unsafeFlags(["-warnings-as-errors"])]

let package = Package(
    name: "bootpay-core",
    platforms: [.macOS(.v13)],
    products: [
        .library(name: "BootpayCore", targets: ["BootpayCore"]),
        .library(name: "BootpayTesting", targets: ["BootpayTesting"]),
    ],
    targets: [
        .systemLibrary(name: "BootpayCoreFFI"),
        .target(
            name: "BootpayCore", dependencies: ["BootpayCoreFFI"], swiftSettings: strict,
            linkerSettings: [.unsafeFlags(["-L\(library)", "-Xlinker", "-rpath", "-Xlinker", library])]),
        .target(name: "BootpayTesting", dependencies: ["BootpayCore"], swiftSettings: strict),
        .executableTarget(name: "demo", dependencies: ["BootpayCore"], swiftSettings: strict),
        .executableTarget(name: "short-program", dependencies: ["BootpayCore"], path: "Tests/ShortProgram", swiftSettings: strict),
        .target(name: "ByName", dependencies: ["BootpayCore"], path: "Tests/ByName", swiftSettings: strict),
        .executableTarget(name: "driver", dependencies: ["BootpayCore", "ByName"], path: "Tests/Driver", swiftSettings: strict),
        .testTarget(name: "BootpayCoreTests", dependencies: ["BootpayCore", "ByName", "short-program"], swiftSettings: strict),
    ]
)
