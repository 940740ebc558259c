import Foundation
import Readiness
import Testing

@testable import Evidence

struct VendorImportsTests {
  /// `line module` of each import of a vendor in a file of that name.
  private func found(_ name: String, _ text: String, vendors: [String] = ["stripe"]) -> [String] {
    guard let language = SourceLanguage(fileName: name) else { return ["no source"] }
    let names = VendorNames(vendors)
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      guard names.mayOccur(in: bytes) else { return [] }
      return importStatements(bytes, language).compactMap { statement in
        names.match(statement, language).map { "\(statement.line) \($0.module)" }
      }
    }
  }

  @Test func `Python`() {
    let text = """
      import stripe
      import os, stripe.error as e
      from stripe import (
          Charge,  # a comment
          Refund,
      )
      if True: import stripe
      def f():
          from stripe.api import x; import stripe
      import \\
        stripe
      importlib.import_module("stripe.x")
      import striped, my_stripe
      from app.integrations import stripe as ours
      from . import stripe
      from .stripe import x
      # import stripe
      '''
      import stripe
      '''
      text = "import stripe"
      print(f"import stripe")
      """
    #expect(
      found("a.py", text) == [
        "1 stripe", "2 stripe.error", "3 stripe", "7 stripe", "9 stripe.api", "9 stripe", "10 stripe", "12 stripe.x",
      ])
  }

  @Test func `A Python package below a shared one is found through from`() {
    let vendors = ["google.cloud.storage"]
    #expect(found("a.py", "from google.cloud import bigquery, storage as s\n", vendors: vendors).count == 1)
    #expect(
      found("a.py", "from google.cloud import bigquery\nimport google.cloud.storage_x\n", vendors: vendors).isEmpty)
  }

  @Test func `JavaScript and TypeScript`() {
    let text = #"""
      import Stripe from 'stripe';
      import type { A } from "stripe/lib/a"
      import {
        b,
        c as d,
      } from 'stripe'
      import 'stripe'
      export * from 'stripe'
      const s = require('stripe'), t = require("stripe/x");
      const u = await import('stripe');
      import v = require('stripe')
      const w = await import(/* webpackChunkName: "x" */ `stripe`)
      import { loadStripe } from '@stripe/stripe-js'
      import x from 'npm:stripe@12'
      import y from 'https://esm.sh/stripe@12?target=es2022'
      import z from './stripe'
      import z from '@/lib/stripe'
      import z from 'striped'
      import z from 'src/stripe'
      // import 'stripe'
      /* require('stripe')
         require('stripe') */
      const text = "require('stripe')", other = `${'x'} require('stripe')`
      const quote = /['"`]/, half = 4 / 2, more = 'import "stripe"'
      foo.require('stripe')
      import.meta.stripe
      """#
    #expect(
      found("a.ts", text) == [
        "1 stripe", "2 stripe/lib/a", "6 stripe", "7 stripe", "8 stripe", "9 stripe", "9 stripe/x", "10 stripe",
        "11 stripe", "12 stripe", "13 @stripe/stripe-js", "14 npm:stripe@12",
        "15 https:/esm.sh/stripe@12?target=es2022",
      ])
    #expect(
      found("a.jsx", "const a = <p>don't</p>\nimport x from '@slack/web-api'\n", vendors: ["@slack/web-api"]).count == 1
    )
    #expect(found("a.vue", "<p>it's</p>\n<script>\nimport x from 'stripe'\n</script>") == ["3 stripe"])
    #expect(found("a.js", "import x from '@aws-sdk/client-s3'", vendors: ["@aws-sdk/*"]).count == 1)
    #expect(found("a.js", "import x from '@aws-sdk-x/client-s3'", vendors: ["@aws-sdk/*"]).isEmpty)
  }

  @Test func `Code in the holes of a template is code`() {
    #expect(found("a.js", "const a = `x ${`y ${require('stripe')}`} require('stripe')`\nrequire('stripe')").count == 2)
  }

  @Test func `Go`() {
    let text = """
      package pay
      import "github.com/stripe/stripe-go/v76"
      import s "github.com/stripe/stripe-go"
      import (
        "fmt"
        _ "github.com/stripe/x" // why
        . `gopkg.in/stripe.v1`
        "github.com/acme/app/internal/stripe"
        "app/stripe"
        // "github.com/stripe/y"
      )
      var text = `
      import "github.com/stripe/z"
      `
      """
    #expect(
      found("a.go", text) == [
        "2 github.com/stripe/stripe-go/v76", "3 github.com/stripe/stripe-go", "6 github.com/stripe/x",
        "7 gopkg.in/stripe.v1",
      ])
    #expect(found("a.go", text, vendors: ["github.com/stripe/stripe-go"]).count == 2)
  }

  @Test func `Java, Kotlin, Scala and C#`() {
    let java = """
      package com.acme.stripe;
      import com.stripe.Stripe;
      import static com.stripe.Stripe.*;
      import com.stripes.X; import com.acme.stripe.Client;
      // import com.stripe.A;
      String s = "import com.stripe.B;";
      """
    #expect(found("A.java", java) == ["2 com.stripe.Stripe", "3 com.stripe.Stripe"])
    #expect(
      found("A.kt", "import com.stripe.model.Charge as C\nval x = \"\"\"\nimport com.stripe.X\n\"\"\"").count == 1)
    #expect(found("A.scala", "import com.{stripe, acme}\nobject A { import com.stripe.{B, C => D} }\n").count == 2)
    #expect(found("A.java", java, vendors: ["com.stripe"]).count == 2)
    let sharp = """
      global using Stripe;
      using static Stripe.Checkout.Session;
      using S = global::Stripe.Client;
      using Stripe.Client client = Make();
      using (var x = Stripe.Make()) {}
      using Acme.Stripe;
      var s = @"c:\\"; using Striped;
      """
    #expect(
      found("A.cs", sharp) == ["1 Stripe", "2 Stripe.Checkout.Session", "3 Stripe.Client"])
  }

  @Test func `Ruby, Rust, Swift and PHP`() {
    let ruby = """
      require 'stripe'
      require("stripe/charge")
      require_relative 'stripe'
      # require 'stripe'
      =begin
      require 'stripe'
      =end
      text = <<~SQL
        require 'stripe'
      SQL
      list << Stripe
      require "stripe" if x
      """
    #expect(found("a.rb", ruby) == ["1 stripe", "2 stripe/charge", "12 stripe"])
    let rust = """
      use stripe::Client;
      pub(crate) use ::stripe::{A, b::{C, D}};
      use {std::fmt, async_stripe as s};
      extern crate stripe as t;
      use crate::stripe::X;
      fn f<'a>(x: &'a str) { let c = '"'; let d = r#"use stripe::Y;"#; }
      /* /* use stripe::Z; */ use stripe::Z; */
      use striped::X;
      """
    #expect(found("a.rs", rust, vendors: ["stripe", "async-stripe"]).map { $0.prefix(1) } == ["1", "2", "3", "4"])
    let swift = """
      import Foundation
      @testable import Stripe
      public import struct Stripe.Token
      import StripeX
      let text = #"import Stripe"#
      /* import Stripe */
      """
    #expect(found("a.swift", swift) == ["2 Stripe", "3 Stripe.Token"])
    let php = """
      import Stripe
      <?php
      use Stripe\\StripeClient;
      use \\Stripe\\{Charge, Refund as R};
      use function Stripe\\x;
      use Acme\\A, Stripe\\B;
      use Acme\\Stripe\\C;
      $f = function () use ($stripe) { return 'use Stripe\\D;'; };
      # use Stripe\\E;
      $t = <<<TEXT
      use Stripe\\F;
      TEXT;
      """
    #expect(found("a.php", php).map { $0.prefix(1) } == ["3", "4", "5", "6"])
  }

  @Test func `Half a file of quotes, comments and braces ends well`() {
    let pieces = [
      "\"", "'", "`${", "/*", "<<X\n", "r#\"", "@\"", "\\", "import (", "use a::{", "from x import (", "'''", "<?",
      "#\"",
    ]
    for name in ["a.py", "a.ts", "a.go", "a.java", "a.kt", "a.cs", "a.rb", "a.rs", "a.swift", "a.php"] {
      for piece in pieces {
        _ = found(name, "stripe " + piece)
        _ = found(name, "<?php stripe\n" + String(repeating: piece, count: 200))
        #expect(found(name, piece + "\n") == [])
      }
    }
  }

  @Test func `What is opened thousands of times and never closed takes no time that grows with its square`() {
    for (name, piece) in [
      ("a.rb", "<<X\n"), ("a.php", "<<<X\n"), ("a.rs", "r#\"\n"), ("a.js", "/["), ("a.js", "import "), ("a.js", "`${"),
      ("a.swift", "#\"\n"), ("a.py", "\"\"\"\n'''\n"), ("a.rs", "use a::{"), ("a.scala", "/*"), ("a.go", "`\""),
    ] {
      let opening = name == "a.php" ? "<?php stripe\n" : "stripe\n"
      #expect(found(name, opening + String(repeating: piece, count: 30_000)) == [])
    }
    let prefix = Array(repeating: "a", count: 50_000)
    let leaves = Array(repeating: "b", count: 5_000).joined(separator: ", ")
    #expect(found("a.rs", "// stripe\nuse \(prefix.joined(separator: "::"))::{\(leaves)};") == [])
    #expect(found("a.php", "<?php // stripe\nuse \(prefix.joined(separator: "\\"))\\{\(leaves)};") == [])
  }

  @Test func `Only source outside the facade is searched, and a file that cannot be is a finding`() throws {
    let folder = TemporaryFolder()
    folder.write("src/pay.py", "import os\nimport stripe\n")
    folder.write("src/facade/stripe_client.py", "import stripe\n")
    folder.write("src/facades.py", "import stripe\n")
    folder.write("src/notes.md", "import stripe\n")
    folder.write("src/node_modules/x/a.js", "require('stripe')\n")
    folder.write("other/a.py", "import stripe\n")
    folder.write("src/large.js", String(repeating: "// stripe\n", count: 210_000))
    folder.write("src/large.json", String(repeating: "[] ", count: 700_000))
    _ = FileManager.default.createFile(atPath: "\(folder.path)/src/binary.rb", contents: Data([0x72, 0, 0x73]))
    var configuration = Configuration.Governance()
    configuration.connectorSource = ["src", "./src/"]
    configuration.facades = ["src/facade/"]
    configuration.vendors = ["stripe"]
    let (register, findings) = readConnectors(below: folder.path, configuration)
    let places = try #require(register).vendorImports.map(\.location.description)
    #expect(places == ["src/facades.py:1", "src/pay.py:2"])
    #expect(findings.map(\.code) == [.sourceNotSearched, .sourceNotSearched])
    #expect(findings.map(\.location.path) == ["src/binary.rb", "src/large.js"])
  }

  @Test func `A facade rule with only one of its halves says so`() {
    let folder = TemporaryFolder()
    folder.write("src/a.py", "import stripe\n")
    var configuration = Configuration.Governance()
    configuration.connectorSource = ["src"]
    let (register, findings) = readConnectors(below: folder.path, configuration)
    #expect(register == nil)
    #expect(findings.map(\.code) == [.notUsed])
  }
}
