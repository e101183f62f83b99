package org.binome.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PortTests {

	private static final String ADDRESS = "127.0.0.1";

	@Test
	void portInUseIsNamedWithItsProperty() throws IOException {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
			Port port = new Port("Zeebe gRPC", "binome.local.grpc-port", other.getLocalPort());
			assertThatExceptionOfType(LocalStartException.class).isThrownBy(() -> port.ensureFree(ADDRESS))
				.withMessageContaining("Zeebe gRPC")
				.withMessageContaining(Integer.toString(other.getLocalPort()))
				.satisfies((ex) -> assertThat(ex.remedy()).contains("--binome.local.grpc-port="));
		}
	}

	@Test
	void portInUseOnEveryAddressIsFound() throws IOException {
		try (ServerSocket other = new ServerSocket(0)) {
			Port port = new Port("the portal", "server.port", other.getLocalPort());
			assertThatExceptionOfType(LocalStartException.class).isThrownBy(() -> port.ensureFree(ADDRESS));
		}
	}

	@Test
	void freePortPasses() throws IOException {
		int number;
		try (ServerSocket free = new ServerSocket(0)) {
			number = free.getLocalPort();
		}
		new Port("the portal", "server.port", number).ensureFree(ADDRESS);
	}

}
