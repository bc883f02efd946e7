import 'reflect-metadata';
import { apiProgram } from './app/api-program.js';
import { runProgram } from './app/run-program.js';

runProgram(apiProgram);
