// swift-tools-version:6.0
import PackageDescription

// Swift tells packages apart by their folders' names, and ours is `swift`: hence this folder's.
let package = Package(
    name: "contender",
    platforms: [.macOS(.v13)],
    dependencies: [.package(path: "../../../bindings/swift")],
    targets: [
        .executableTarget(name: "contender", dependencies: [.product(name: "BootpayCore", package: "swift")])
    ]
)
