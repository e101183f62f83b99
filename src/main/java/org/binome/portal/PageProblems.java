package org.binome.portal;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.binome.contract.Batches.UnknownBatch;
import org.binome.contract.UnknownContract;
import org.binome.partner.UnknownPartnership;
import org.binome.prospecting.UnknownProgramme;

import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Says "not found" where an address names what does not exist, in pages.
 */
@ControllerAdvice
@Order
class PageProblems {

	@ExceptionHandler({ UnknownPartnership.class, UnknownProgramme.class, UnknownContract.class, UnknownBatch.class,
			NothingHere.class, MethodArgumentTypeMismatchException.class })
	void unknown(Exception problem, HttpServletResponse response) throws IOException {
		response.sendError(404, problem.getMessage());
	}

	@ExceptionHandler
	void tooLarge(MaxUploadSizeExceededException problem, HttpServletResponse response) throws IOException {
		response.sendError(413, "The file is larger than 20 MB");
	}

}
