import 'reflect-metadata';
import { mainProgram } from './app/main-program.js';
import { runProgram } from './app/run-program.js';

runProgram(mainProgram);
