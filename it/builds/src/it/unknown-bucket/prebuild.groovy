// SPDX-License-Identifier: Apache-2.0
import com.sun.net.httpserver.HttpHandler
import com.sun.net.httpserver.HttpServer

// A server without buckets. It answers like S3, but without request IDs.
def server = HttpServer.create(new InetSocketAddress("localhost", 0), 0)
server.createContext("/", { exchange ->
    byte[] body = "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message></Error>".bytes
    exchange.responseHeaders.add("Content-Type", "application/xml")
    exchange.sendResponseHeaders(404, body.length)
    exchange.responseBody.withStream { it.write(body) }
} as HttpHandler)
server.start()
context.put("server", server)

def suite = new File(basedir, "lakecheck.yml")
suite.text = "s3: { region: eu-west-1, endpoint: \"http://localhost:${server.address.port}\" }\n" + suite.text
return true
